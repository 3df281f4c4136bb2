import { extractText } from 'unpdf';

/** The words of all pages of a downloaded PDF. */
export async function pdfText(response: Response): Promise<string> {
  return (await extractText(new Uint8Array(await response.arrayBuffer()), { mergePages: true })).text;
}
