const pages: Record<string, string> = {
  organisation: '/organisations',
  achievement: '/achievements',
  demand: '/demands',
  contract: '/contracts',
  negotiation: '/negotiations',
  import: '/imports',
};

/** The page of the record that an event is about, if records of its kind have one. */
export function subjectPath(event: string, id: string): string | null {
  const page = pages[event.split('.')[0] ?? ''];
  return page ? `${page}/${id}` : null;
}
