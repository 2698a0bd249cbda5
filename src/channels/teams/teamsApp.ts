/** The bot's registration, under the names that Azure sets. Checked by the configuration, not here. */
export interface TeamsApp {
  readonly MicrosoftAppId: string;
  /** Only with `SingleTenant`: a managed identity has no password. */
  readonly MicrosoftAppPassword?: string | undefined;
  readonly MicrosoftAppType: 'SingleTenant' | 'UserAssignedMSI';
  readonly MicrosoftAppTenantId: string;
}
