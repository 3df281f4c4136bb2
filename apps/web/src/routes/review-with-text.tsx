import { ReviewDeskPage } from '../features/contracts/review-desk-page.js';
import { WholeTextPanel } from '../features/contract-texts/whole-text.js';

/** The operators' desk with the whole text and its questions. */
export function ReviewWithText() {
  return <ReviewDeskPage wholeText={(contract) => <WholeTextPanel contractId={contract.id} mayEdit={false} isConfirmed withCopies={contract.files.length > 0} />} />;
}
