import { z } from 'zod';

const ADVICE = 'must be networks such as 10.0.0.0/8 or fd00::/8, joined by commas';

/** Reads a network in CIDR form; one address alone is a network of one. */
export const network = z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()], ADVICE);
