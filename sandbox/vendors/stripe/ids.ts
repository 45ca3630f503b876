const padded = (prefix: string, index: number, digits: number): string => `${prefix}Hy${String(index + 1).padStart(digits, '0')}`;

export const customerId = (account: number): string => padded('cus_', account, 6);
export const subscriptionId = (index: number): string => padded('sub_1', index, 6);
export const itemId = (index: number): string => padded('si_', index, 6);
export const invoiceId = (index: number): string => padded('in_1', index, 7);
export const lineId = (index: number): string => padded('il_1', index, 7);
export const intentId = (invoice: number): string => padded('pi_3', invoice, 7);
export const chargeId = (invoice: number): string => padded('ch_3', invoice, 7);
export const refundId = (invoice: number): string => padded('re_3', invoice, 7);
export const disputeId = (invoice: number): string => padded('du_1', invoice, 7);
export const transactionId = (kind: 'charge' | 'refund', invoice: number): string => padded(kind === 'charge' ? 'txn_3' : 'txn_1', invoice, 7); // prettier-ignore
export const productId = (plan: string): string => `prod_${plan}`;
export const priceId = (plan: string, interval: string, seatPrice: number): string => `price_${plan.toLowerCase()}_${interval}_${seatPrice}`; // prettier-ignore
