/** Who somebody at the desk's page is: known by the name that they have chosen there, however it is written. */
export function pageAgentId(name: string): string {
  return `page:${name.toLowerCase()}`;
}
