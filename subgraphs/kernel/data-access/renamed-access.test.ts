import { expect, test } from 'vitest';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { Access } from './access.ts';
import { renamedAccess } from './renamed-access.ts';

const attribute = (name: string, formerNames: string[] = []) => ({ name, formerNames });
const employee = { name: 'Colleague', formerNames: ['Employee'], attributes: [attribute('pay', ['salary'])], relations: [{ name: 'boss', formerNames: ['manager'], target: 'Colleague' }] }; // prettier-ignore
const model = { version: 2, entities: [employee as unknown as ModelEntity] };
const access: Access = {
  key: 'k',
  restricted: true,
  pseudonymKey: '',
  masks: [{ id: '1', name: 'm', entityType: 'Employee', attribute: 'salary', sensitive: null, mode: 'HIDE' }],
  rowRules: [{ id: '2', name: 'r', entityType: 'Employee', path: ['manager', 'salary'], operator: 'EQUALS', cascade: false, values: ['x'] }],
} as unknown as Access; // prettier-ignore

test('a rule that was made under former names holds under those of now', () => {
  const renamed = renamedAccess(access, model);
  expect(renamed.masks).toMatchObject([{ entityType: 'Colleague', attribute: 'pay' }]);
  expect(renamed.rowRules).toMatchObject([{ entityType: 'Colleague', path: ['boss', 'pay'] }]);
});
