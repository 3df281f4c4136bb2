import type { TransferMode } from '../codes.js';
import { transferModeWords } from '../imports/words.js';
import type { PricingMode } from './rules.js';

/** The words of the law, as they stand in the published text. */
export const pricingWords: Record<PricingMode, string> = { NEGOTIATED: '协议定价', LISTING: '挂牌交易', AUCTION: '拍卖' };

export const transferModeWord = (mode: TransferMode): string => transferModeWords[mode][0] ?? mode;
