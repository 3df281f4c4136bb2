import { getDocumentProxy } from 'unpdf';
import { disclosureLimits } from '@jihui/domain';
import { Unreadable, type DocumentText } from './reading.js';

/** A page of a paper holds hundreds of characters; a scanned one a page number at most. */
const leastPerPage = 20;

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** The text of a PDF, page by page; pictures of text give none. */
export async function readPdf(bytes: Uint8Array): Promise<DocumentText> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((error: unknown) => {
    throw new Unreadable(error instanceof Error && error.name === 'PasswordException' ? 'ENCRYPTED' : 'DAMAGED');
  });
  const pages = Math.min(document.numPages, disclosureLimits.pages);
  const texts: string[] = [];
  let length = 0;
  for (let number = 1; number <= pages && length < disclosureLimits.characters; number++) {
    const text = await textOf(await document.getPage(number));
    length += text.replace(/\s/g, '').length;
    texts.push(text);
  }
  if (length < leastPerPage * texts.length) throw new Unreadable('SCANNED');
  return { text: texts.join('\n'), pages: document.numPages };
}

async function textOf(page: Page): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}
