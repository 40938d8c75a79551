/**
 * Contract tests that every implementation of an artrec extension point extends, and data for
 * tests.
 */
module io.artrec.testkit {
  requires transitive io.artrec.core;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires transitive org.junit.jupiter.params;

  exports io.artrec.testkit;

  // JUnit runs what the contracts declare, which is not public.
  opens io.artrec.testkit;
}
