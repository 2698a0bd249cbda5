import { parseServiceUrl, type ServiceUrlRule } from './serviceUrlRule.ts';

/** Only https, on its own port, on exactly these hosts. */
export function httpsOnHosts(hosts: readonly string[]): ServiceUrlRule {
  const allowed = new Set(hosts);
  return (serviceUrl) => {
    const url = parseServiceUrl(serviceUrl);
    return url !== null && url.protocol === 'https:' && url.port === '' && allowed.has(url.hostname);
  };
}
