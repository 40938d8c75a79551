/** Turns text into features by networks, and puts language models to work on art. */
module io.artrec.llm {
  requires transitive io.artrec.core;
  requires transitive io.artrec.djl;
  requires transitive io.artrec.text;
  requires transitive java.net.http;
  requires com.github.benmanes.caffeine;
  requires com.google.gson;
  requires it.unimi.dsi.fastutil.core;
  requires org.slf4j;
  requires static langchain4j.core;
  requires static org.assertj.core;
  requires static org.junit.jupiter.api;

  exports io.artrec.llm.chat;
  exports io.artrec.llm.conversation;
  exports io.artrec.llm.description;
  exports io.artrec.llm.embedding;
  exports io.artrec.llm.enrichment;
  exports io.artrec.llm.explain;
  exports io.artrec.llm.interest;
  exports io.artrec.llm.label;
  exports io.artrec.llm.prompt;
  exports io.artrec.llm.question;
  exports io.artrec.llm.relevance;
  exports io.artrec.llm.rendering;
  exports io.artrec.llm.rerank;
  exports io.artrec.llm.sentiment;
  exports io.artrec.llm.subject;
  exports io.artrec.llm.summary;
  exports io.artrec.llm.testkit;

  // JUnit runs what the contracts declare, which is not public.
  opens io.artrec.llm.testkit;
}
