import type { ServiceUrlRule } from './serviceUrlRule.ts';
import type { TeamsFile } from './teamsFiles.ts';

/** A file, and the address that its message came from. */
export interface TeamsFileSource extends Pick<TeamsFile, 'kind' | 'url'> {
  /** As it was verified when the message came. */
  readonly serviceUrl: string;
}

/** Whether a file may be fetched from there: also asked for each address that a redirect names. */
export type FileAddressRule = (url: URL, source: TeamsFileSource) => boolean;

/** What the rule goes by. */
export interface FileAddresses {
  /** Where attached files are: whole names, or `*.` and a domain for every host that is one word below it. */
  readonly hosts: readonly string[];
  /** Where Teams may be answered; it says, too, whether this machine is good enough, as in development. */
  readonly acceptsServiceUrl: ServiceUrlRule;
}

/**
 * Attached files come over https from Microsoft’s hosts for them, pasted pictures from where the message came from, and
 * nothing from anywhere else. An address of numbers is in no such list, so none of the network around us is reached.
 */
export function fileAddressRule({ hosts, acceptsServiceUrl }: FileAddresses): FileAddressRule {
  return (url, { kind, serviceUrl }) => {
    switch (kind) {
      case 'pasted':
        return acceptsServiceUrl(serviceUrl) && url.origin === new URL(serviceUrl).origin;
      case 'attached': {
        const isLocal = url.protocol === 'http:' && acceptsServiceUrl(url.origin);
        const isEncrypted = url.protocol === 'https:' && url.port === '';
        return isLocal || (isEncrypted && hosts.some((host) => isOf(host, url.hostname)));
      }
    }
  };
}

function isOf(host: string, name: string): boolean {
  if (!host.startsWith('*.')) return name === host;
  const [, word = '', domain = ''] = /^([a-z0-9-]+)(\..+)$/.exec(name) ?? [];
  return word !== '' && domain === host.slice(1);
}
