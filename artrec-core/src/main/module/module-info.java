import io.artrec.kernel.internal.Kernels;
import io.artrec.kernel.internal.simd.SimdKernels;

/**
 * The vocabulary, the extension points, the pure-Java strategies and {@link io.artrec.Recommender},
 * which composes them.
 */
@SuppressWarnings("module") // whom machinery is exported to is compiled after this module
@SuppressWarnings("module") // modules that it exports to are compiled after this one
module io.artrec.core {
  requires static transitive org.jspecify;
  requires com.github.benmanes.caffeine;
  requires com.google.gson;
  requires ejml.core;
  requires ejml.ddense;
  requires it.unimi.dsi.fastutil.core;
  requires java.management;
  requires org.slf4j;
  requires static micrometer.core;

  exports io.artrec;
  exports io.artrec.behavior;
  exports io.artrec.catalog;
  exports io.artrec.classification;
  exports io.artrec.classification.internal to
      io.artrec.llm;
  exports io.artrec.cleaning;
  exports io.artrec.elicitation;
  exports io.artrec.encryption;
  exports io.artrec.error;
  exports io.artrec.error.internal to
      io.artrec.eval;
  exports io.artrec.experiment;
  exports io.artrec.experiment.internal to
      io.artrec.eval;
  exports io.artrec.explain;
  exports io.artrec.feature;
  exports io.artrec.filter;
  exports io.artrec.kernel.internal to
      io.artrec.cf;
  exports io.artrec.log;
  exports io.artrec.log.internal to
      io.artrec.jdbc;
  exports io.artrec.map;
  exports io.artrec.model;
  exports io.artrec.promotion;
  exports io.artrec.rerank;
  exports io.artrec.scoring;
  exports io.artrec.similarity;
  exports io.artrec.strategy;
  exports io.artrec.tabular;
  exports io.artrec.task;
  exports io.artrec.vector;
  exports io.artrec.watch;
  exports io.artrec.words.internal to
      io.artrec.llm,
      io.artrec.text;

  uses Kernels;

  provides Kernels with
      SimdKernels;
}
