import { z } from 'zod';

export const negotiationMessage = z
  .object({ negotiationId: z.uuid(), text: z.string().trim().min(1).max(4000) })
  .meta({ id: 'NegotiationMessageInput' });

/** 委托: a side lets a broker take part. The commission is agreed per thousand of the contract's amount. */
export const mandateGrant = z
  .object({
    negotiationId: z.uuid(),
    brokerFirmId: z.uuid(),
    scope: z.string().trim().min(2).max(500),
    commissionPermille: z.number().int().min(0).max(300),
  })
  .meta({ id: 'MandateGrantInput' });
