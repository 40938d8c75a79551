/** Turns text into features without any model. */
@SuppressWarnings("module") // io.artrec.llm is compiled after this module
module io.artrec.text {
  requires transitive io.artrec.core;
  requires transitive org.apache.lucene.core;
  requires ejml.core;
  requires ejml.ddense;
  requires it.unimi.dsi.fastutil.core;
  requires java.xml;
  requires org.apache.lucene.analysis.common;
  requires org.apache.lucene.analysis.smartcn;
  requires org.slf4j;
  requires static org.assertj.core;
  requires static org.junit.jupiter.api;

  exports io.artrec.text.analysis;
  exports io.artrec.text.embedding;
  exports io.artrec.text.embedding.internal to
      io.artrec.llm;
  exports io.artrec.text.fact;
  exports io.artrec.text.fact.internal to
      io.artrec.llm;
  exports io.artrec.text.keyword;
  exports io.artrec.text.mood;
  exports io.artrec.text.search;
  exports io.artrec.text.sentiment;
  exports io.artrec.text.subject;
  exports io.artrec.text.summary;
  exports io.artrec.text.terms;
  exports io.artrec.text.terms.internal to
      io.artrec.llm;
  exports io.artrec.text.testkit;
  exports io.artrec.text.topic;
  exports io.artrec.text.wish;
  exports io.artrec.text.wordvector;

  // JUnit runs what the contracts declare, which is not public.
  opens io.artrec.text.testkit;
}
