/** Splits, metrics, experiments, significance and reports. */
module io.artrec.eval {
  requires transitive io.artrec.core;
  requires com.google.gson;
  requires it.unimi.dsi.fastutil.core;
  requires org.apache.commons.statistics.distribution;
  requires org.apache.commons.statistics.inference;
  requires org.slf4j;
  requires static org.assertj.core;
  requires static org.junit.jupiter.api;

  exports io.artrec.eval.classification;
  exports io.artrec.eval.experiment;
  exports io.artrec.eval.metric;
  exports io.artrec.eval.online;
  exports io.artrec.eval.report;
  exports io.artrec.eval.search;
  exports io.artrec.eval.split;
  exports io.artrec.eval.statistics;
  exports io.artrec.eval.testkit;
  exports io.artrec.eval.trait;

  // JUnit runs what the contracts declare, which is not public.
  opens io.artrec.eval.testkit;
}
