/** Learns from behaviour: neighbourhoods, factorisation, pairwise ranking. */
module io.artrec.cf {
  requires transitive io.artrec.core;
  requires ejml.core;
  requires ejml.ddense;
  requires it.unimi.dsi.fastutil.core;
  requires org.slf4j;

  exports io.artrec.cf;
  exports io.artrec.cf.als;
  exports io.artrec.cf.content;
  exports io.artrec.cf.data;
  exports io.artrec.cf.factors;
  exports io.artrec.cf.linear;
  exports io.artrec.cf.mf;
  exports io.artrec.cf.neighbors;
  exports io.artrec.cf.pairwise;
  exports io.artrec.cf.rating;
  exports io.artrec.cf.svd;
}
