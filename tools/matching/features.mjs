/**
 * What a re-ranker might look at, pair by pair. The shipped model uses `rootCosine` alone: npm run match:fit prints what each of the
 * others brought, and docs/matching.md says why they stayed outside.
 */
export const featureNames = [
  'rootCosine',
  'rootWordCosine',
  'rootBigramCosine',
  'coverageOfAchievement',
  'coverageOfDemand',
  'titleCovered',
  'rarestShared',
  'rarestSharedInTitle',
  'relativePosition',
  'longestCommonString',
  'lengthOfAchievement',
];

/** Vectors and idfs of a folder's texts in one statistics, as rankAll builds them. */
export class Corpus {
  constructor(lib, demands, achievements) {
    this.lib = lib;
    this.statistics = lib.emptyStatistics();
    this.found = new lib.InvertedIndex(this.statistics);
    this.asking = new lib.InvertedIndex(this.statistics);
    for (const a of achievements) this.found.add({ id: a.id, fields: lib.achievementFields(a) });
    for (const d of demands) this.asking.add({ id: d.id, fields: lib.demandFields(d) });
    this.runsOfAchievement = new Map(achievements.map((a) => [a.id, runs(lib, [a.title])]));
  }

  /** The demand's hits in order, and a function that gives a pair's features. */
  ask(demand) {
    const { lib, statistics } = this;
    const query = this.asking.vectorOf(demand.id);
    const hits = this.found.search(query, this.found.size);
    const best = hits[0]?.score ?? 0;
    const title = lib.countTerms([{ text: demand.title, weight: 1 }]);
    const titleWords = statistics.words.queryOf(title.words);
    const titleBigrams = statistics.bigrams.queryOf(title.bigrams);
    const demandRuns = runs(lib, [demand.title, demand.text ?? '']);
    const features = (id, cosine) => {
      const other = this.found.vectorOf(id);
      const words = compare(lib, statistics.words, query.words, other.words);
      const bigrams = compare(lib, statistics.bigrams, query.bigrams, other.bigrams);
      const inTitle = compare(lib, statistics.words, titleWords, other.words);
      const title2 = compare(lib, statistics.bigrams, titleBigrams, other.bigrams);
      return [
        Math.sqrt(cosine),
        Math.sqrt(words.cosine),
        Math.sqrt(bigrams.cosine),
        words.ofOther,
        words.ofQuery,
        title2.ofQuery,
        words.rarest,
        inTitle.rarest,
        best === 0 ? 0 : Math.sqrt(cosine / best),
        Math.log1p(lib.commonStrings(demandRuns, this.runsOfAchievement.get(id))[0]?.length ?? 0),
        Math.log1p(other.words.terms.length),
      ];
    };
    return { hits, features };
  }
}

const runs = (lib, texts) => texts.flatMap((text) => lib.hanRuns(lib.fold(text)));

/** One term space: the cosine, the part of either side's weight that is shared, and the idf of the rarest shared term. */
function compare({ impact, lengthOf }, vocabulary, query, other) {
  const idf = vocabulary.idf();
  const counts = new Map([...other.terms].map((term, i) => [term, other.counts[i]]));
  let [dot, sharedOfQuery, ofQuery, sharedOfOther, rarest] = [0, 0, 0, 0, 0];
  query.terms.forEach((term, i) => {
    const weight = impact(query.counts[i]) * idf[term];
    ofQuery += weight;
    if (!counts.has(term)) return;
    dot += weight * impact(counts.get(term)) * idf[term];
    sharedOfQuery += weight;
    sharedOfOther += idf[term];
    rarest = Math.max(rarest, idf[term]);
  });
  const ofOther = other.terms.reduce((sum, term) => sum + idf[term], 0);
  const lengths = lengthOf(query, idf) * lengthOf(other, idf);
  return { cosine: part(dot, lengths), ofQuery: part(sharedOfQuery, ofQuery), ofOther: part(sharedOfOther, ofOther), rarest };
}

const part = (some, all) => (all === 0 ? 0 : some / all);
