import { ReviewDeskPage } from '../features/contracts/review-desk-page.js';
import { WholeTextPanel } from '../features/contract-texts/whole-text.js';
import { DeskExperts } from '../features/contract-matters/experts-panel.js';
import { AssignDialog } from '../features/desk/assign-dialog.js';

/** The operators' desk with the whole text and its questions, with what experts said, and with the colleagues whom a file can be assigned to. */
export function ReviewWithText() {
  return (
    <ReviewDeskPage
      wholeText={(contract) => <WholeTextPanel contractId={contract.id} mayEdit={false} isConfirmed withCopies={contract.files.length > 0} />}
      experts={(contract) => <DeskExperts contractId={contract.id} />}
      assign={(props) => <AssignDialog {...props} />}
    />
  );
}
