import { z } from 'zod';

/** Who and what can stand in a relation that makes a judgement look partial. */
export const ConflictNodeKind = z.enum(['PERSON', 'ORGANISATION', 'BID', 'CHALLENGE']).meta({ id: 'ConflictNodeKind' });
export type ConflictNodeKind = z.infer<typeof ConflictNodeKind>;
export type ConflictNode = { kind: ConflictNodeKind; id: string };

export const ConflictRelation = z
  .enum([
    'CONTROLS',
    'SUPERIOR_OF',
    'SAME_LEGAL_REPRESENTATIVE',
    'LEGAL_REPRESENTATIVE',
    'EMPLOYER',
    'CO_INVENTOR',
    'CO_AUTHOR',
    'CO_PROJECT',
    'SUPERVISOR',
    'KIN',
    'DECLARED',
    'ARGUED',
    'NAMED_IN',
    'LEADS',
    'JOINS',
    'FOR',
    'OWNS',
  ])
  .meta({ id: 'ConflictRelation' });
export type ConflictRelation = z.infer<typeof ConflictRelation>;

const person: readonly ConflictNodeKind[] = ['PERSON'];
const organisation: readonly ConflictNodeKind[] = ['ORGANISATION'];

/** Between what a relation stands, as it is read: "from relation to". `mutual` ones hold both ways. */
export const relationEnds: Record<ConflictRelation, { from: readonly ConflictNodeKind[]; to: readonly ConflictNodeKind[]; mutual?: true }> =
  {
    /** 控股 or actual control: the parent controls the child. */
    CONTROLS: { from: organisation, to: organisation },
    /** 隶属: the superior unit of a subordinate one. */
    SUPERIOR_OF: { from: organisation, to: organisation },
    SAME_LEGAL_REPRESENTATIVE: { from: organisation, to: organisation, mutual: true },
    /** The person is legal representative of the organisation. */
    LEGAL_REPRESENTATIVE: { from: person, to: organisation },
    /** The person's employer is the organisation. */
    EMPLOYER: { from: person, to: organisation },
    CO_INVENTOR: { from: person, to: person, mutual: true },
    CO_AUTHOR: { from: person, to: person, mutual: true },
    CO_PROJECT: { from: person, to: person, mutual: true },
    /** Teacher and student: said of the student, and it counts both ways. */
    SUPERVISOR: { from: person, to: person, mutual: true },
    /** 近亲属 */
    KIN: { from: person, to: person, mutual: true },
    /** An interest that the person has declared, with whom or what. */
    DECLARED: { from: person, to: ['PERSON', 'ORGANISATION', 'BID', 'CHALLENGE'] },
    /** Took part in shaping the challenge (论证). */
    ARGUED: { from: person, to: ['CHALLENGE'] },
    NAMED_IN: { from: person, to: ['BID'] },
    LEADS: { from: organisation, to: ['BID'] },
    JOINS: { from: organisation, to: ['BID'] },
    FOR: { from: ['BID'], to: ['CHALLENGE'] },
    OWNS: { from: organisation, to: ['CHALLENGE'] },
  };

/** A known relation. `since` and `until` are days ('YYYY-MM-DD', both count; null: unknown, still so); a joint paper or patent ends on its last day. */
export type ConflictFact = {
  id: string;
  relation: ConflictRelation;
  from: ConflictNode;
  to: ConflictNode;
  since?: string | null;
  until?: string | null;
};
