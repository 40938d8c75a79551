package io.artrec.text.topic;

import io.artrec.text.terms.internal.TermDocuments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many topics texts can have: no more than there are texts with terms, or terms. */
final class TopicCount {
  private static final Logger LOG = LoggerFactory.getLogger(TopicCount.class);

  private TopicCount() {}

  static int of(String method, int wanted, TermDocuments documents) {
    int texts = 0;
    for (int d = 0; d < documents.documents(); d++) {
      texts += documents.end(d) > documents.start(d) ? 1 : 0;
    }
    return of(method, wanted, texts, documents.vocabulary().size());
  }

  private static int of(String method, int wanted, int texts, int terms) {
    int topics = Math.min(wanted, Math.min(texts, terms));
    if (topics < wanted) {
      LOG.warn(
          "{}: {} topics instead of {}, because {} texts have terms that count, and there are {}"
              + " such terms",
          method,
          topics,
          wanted,
          texts,
          terms);
    }
    return topics;
  }

  /** The same where terms do not matter. */
  static int ofTexts(String method, int wanted, int texts) {
    int topics = Math.min(wanted, texts);
    if (topics < wanted) {
      LOG.warn(
          "{}: {} topics instead of {}, because {} texts can be encoded",
          method,
          topics,
          wanted,
          texts);
    }
    return topics;
  }
}
