import { z } from 'zod';

/** Why something was returned or withdrawn, in a sentence that the other side can act on. */
export const reasonGiven = z.object({ reason: z.string().trim().min(5).max(500) });
