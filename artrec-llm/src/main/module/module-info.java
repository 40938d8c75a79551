/** Turns text into features and puts language models to work on art. */
module io.artrec.llm {
  requires transitive io.artrec.core;
  requires transitive io.artrec.djl;
  requires transitive java.net.http;
  requires transitive org.apache.lucene.core;
  requires com.github.benmanes.caffeine;
  requires com.google.gson;
  requires com.oracle.labs.mlrg.olcut;
  requires ejml.core;
  requires ejml.ddense;
  requires it.unimi.dsi.fastutil.core;
  requires java.logging;
  requires java.xml;
  requires org.apache.lucene.analysis.common;
  requires org.apache.lucene.analysis.smartcn;
  requires org.slf4j;
  requires org.tribuo.classification.core;
  requires org.tribuo.classification.sgd;
  requires org.tribuo.common.sgd;
  requires org.tribuo.core;
  requires org.tribuo.math;
  requires static langchain4j.core;

  exports io.artrec.llm.analysis;
  exports io.artrec.llm.chat;
  exports io.artrec.llm.conversation;
  exports io.artrec.llm.description;
  exports io.artrec.llm.embedding;
  exports io.artrec.llm.enrichment;
  exports io.artrec.llm.explain;
  exports io.artrec.llm.fact;
  exports io.artrec.llm.graph;
  exports io.artrec.llm.interest;
  exports io.artrec.llm.keyword;
  exports io.artrec.llm.label;
  exports io.artrec.llm.mood;
  exports io.artrec.llm.prompt;
  exports io.artrec.llm.question;
  exports io.artrec.llm.rerank;
  exports io.artrec.llm.search;
  exports io.artrec.llm.sentiment;
  exports io.artrec.llm.subject;
  exports io.artrec.llm.summary;
  exports io.artrec.llm.terms;
  exports io.artrec.llm.topic;
  exports io.artrec.llm.wish;
  exports io.artrec.llm.wordvector;
}
