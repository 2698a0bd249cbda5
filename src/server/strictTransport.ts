/**
 * Sent besides the security headers where people come by https: their browsers never try anything else again, for a
 * year. Other hosts of the same domain are not ours to decide on.
 */
export const strictTransport: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': 'max-age=31536000',
};
