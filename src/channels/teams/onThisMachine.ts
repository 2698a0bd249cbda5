import { isLoopbackAddress } from './isLoopbackAddress.ts';
import { parseServiceUrl, type ServiceUrlRule } from './serviceUrlRule.ts';

/** Only this machine, on any port: for development. */
export const onThisMachine: ServiceUrlRule = (serviceUrl) => {
  const host = parseServiceUrl(serviceUrl)?.hostname ?? '';
  return host === 'localhost' || isLoopbackAddress(host.replace(/^\[|\]$/g, ''));
};
