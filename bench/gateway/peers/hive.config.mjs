/* Hive Gateway as it comes, but silent; what collapses equal requests of callers is off unless somebody turns it on. */
export const gatewayConfig = { logging: false };
