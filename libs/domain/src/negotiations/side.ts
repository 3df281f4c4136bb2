import { z } from 'zod';

/** 洽谈中的一方: the owner of the technology, or the one who needs it. A broker is on no side. */
export const NegotiationSide = z.enum(['SUPPLIER', 'DEMANDER']).meta({ id: 'NegotiationSide' });
export type NegotiationSide = z.infer<typeof NegotiationSide>;
