import { ReviewDeskPage } from '../features/contracts/review-desk-page.js';
import { WholeTextPanel } from '../features/contract-texts/whole-text.js';
import { AssignDialog } from '../features/desk/assign-dialog.js';

/** The operators' desk with the whole text and its questions, and with the colleagues whom a file can be assigned to. */
export function ReviewWithText() {
  return (
    <ReviewDeskPage
      wholeText={(contract) => <WholeTextPanel contractId={contract.id} mayEdit={false} isConfirmed withCopies={contract.files.length > 0} />}
      assign={(props) => <AssignDialog {...props} />}
    />
  );
}
