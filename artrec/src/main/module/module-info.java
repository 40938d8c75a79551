/** The one dependency to begin with: core, artrec-cf, artrec-text, and the standard recipe. */
module io.artrec.recipe {
  requires transitive io.artrec.cf;
  requires transitive io.artrec.core;
  requires transitive io.artrec.text;

  exports io.artrec.recipe;
}
