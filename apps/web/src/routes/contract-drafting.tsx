import { ContractFields } from '../features/contracts/contract-fields.js';
import { DraftingPage } from '../features/contract-texts/drafting-page.js';
import '../features/contracts/contracts.css';

/** The wizard of the whole text over the same fields as the register's form. */
export function ContractDrafting() {
  return <DraftingPage fields={(onFill) => <ContractFields onFill={onFill} />} />;
}
