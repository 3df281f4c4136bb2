import type { MatterKind, MatterStatus } from '@jihui/domain';
import { StatusTag } from '@jihui/ui';
import { matterTone, useMatterWords } from './matter-status.js';

/** The state of a matter in the words of its kind. */
export function MatterTag({ matter }: { matter: { kind: MatterKind; status: MatterStatus } }) {
  return <StatusTag tone={matterTone[matter.status]}>{useMatterWords(matter.kind).status(matter.status)}</StatusTag>;
}
