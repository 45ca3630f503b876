import { describe, expect, test } from 'vitest';
import { kindOfAddress } from './address-rules.ts';
import { assertAllowedAddress } from './allowed-address.ts';

describe('what an address is', () => {
  test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2002:0808:0808::1', '64:ff9b::808:808'])(
    '%s is public',
    (address) => {
      expect(kindOfAddress(address)).toBe('PUBLIC');
    },
  );
  test.each([
    '127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '::1', 'fd12:3456::1', '::ffff:127.0.0.1',
    '::ffff:7f00:1', '::ffff:0:10.0.0.1', '::127.0.0.1', '64:ff9b::10.0.0.1', '2002:7f00:1::', 'fc00::1%eth0',
  ])('%s is private', (address) => {
    expect(kindOfAddress(address)).toBe('PRIVATE');
  }); // prettier-ignore
  test.each([
    '169.254.169.254', '169.254.0.1', '::ffff:169.254.169.254', '::ffff:a9fe:a9fe', '64:ff9b::a9fe:a9fe', '2002:a9fe:a9fe::', 'fe80::1', 'fe80::1%eth0',
    'fd00:ec2::254', '100.100.100.200', '0.0.0.0', '0.1.2.3', '::', '224.0.0.1', '255.255.255.255', 'ff02::1',
  ])('%s is never reached', (address) => {
    expect(kindOfAddress(address)).toBe('FORBIDDEN');
  }); // prettier-ignore
});

describe('a host that a person gives', () => {
  const everything = { allowPrivate: true };
  const publicOnly = { allowPrivate: false };

  test('on a personal machine may be the machine itself', async () => {
    await expect(assertAllowedAddress('localhost', everything)).resolves.toMatchObject({
      address: expect.stringMatching(/^(?:127\.|::1)/u),
    });
    await expect(assertAllowedAddress('[::1]', everything)).resolves.toEqual({ address: '::1', family: 6 });
  });

  test.each(['localhost', '127.0.0.1', '2130706433', '0x7f.1', '[::ffff:10.0.0.1]'])(
    '%s is refused where private sources are not allowed',
    async (host) => {
      await expect(assertAllowedAddress(host, publicOnly)).rejects.toMatchObject({ code: 'ADDRESS_NOT_ALLOWED' });
    },
  );

  test.each(['169.254.169.254', '[fe80::1]', '0'])('%s is refused everywhere', async (host) => {
    await expect(assertAllowedAddress(host, everything)).rejects.toMatchObject({ code: 'ADDRESS_NOT_ALLOWED' });
  });

  test('a name that nobody has is told as such', async () => {
    await expect(assertAllowedAddress('no-such-host.invalid', everything)).rejects.toMatchObject({ code: 'HOST_NOT_FOUND' });
  });
});
