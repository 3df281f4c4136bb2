/** How an amount in fen is written; apart from Money because the words of its refusal need it too. */
export const fenPattern = /^\d{1,15}$/;
