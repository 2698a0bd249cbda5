import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

type Authentication = ConfigurationBotFrameworkAuthentication;

/*
 * Types of the SDK's connector package, reached through what botbuilder exports: that package is botbuilder's
 * dependency, not ours.
 */

/** Who called, and the way back to them. */
export type AdmittedCaller = Awaited<ReturnType<Authentication['authenticateRequest']>>;

/** The claims of a caller. */
export type CallerIdentity = Parameters<Authentication['createConnectorFactory']>[0];

/** Makes the client that a turn answers through. */
export type ConnectorFactory = ReturnType<Authentication['createConnectorFactory']>;

/** The client that a turn answers through. */
export type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;

/** The client for signing people in; nothing here uses it, but the SDK puts one into every turn. */
export type UserTokenClient = Awaited<ReturnType<Authentication['createUserTokenClient']>>;

/** Makes the bot's own credentials towards an audience. */
export type CredentialsFactory = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>;
