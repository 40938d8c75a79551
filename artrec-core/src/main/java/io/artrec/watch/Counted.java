package io.artrec.watch;

/** What a watch counts. */
enum Counted {
  /** Answers to visitors, groups and histories. */
  RECOMMENDED,
  /** Answers to what is similar. */
  SIMILAR,
  /** Answers from the cache. */
  CACHED,
  /** Answers without a work. */
  EMPTY,
  /** Answers that left something out. */
  PARTIAL,
  /** Places of answers. */
  PLACES,
  /** Places that only fill answers. */
  FALLBACKS,
  /** Events that were recorded. */
  RECORDED,
  /** Events that were known, or of visitors who opted out. */
  IGNORED,
  /** Calls whose events were refused. */
  REFUSED,
  /** Trainings that failed. */
  FAILED_LESSONS
}
