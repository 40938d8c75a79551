/** An application of named modules. */
module gallery {
  requires io.artrec.cf;
  requires io.artrec.core;
  requires io.artrec.eval;
  requires io.artrec.llm;
  requires io.artrec.vision;
}
