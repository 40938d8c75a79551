/**
 * Contracts of this module's extension points as tests, as those of core's are in {@code
 * io.artrec.testkit}: extend one in your tests and return your implementation from its abstract
 * methods. They need JUnit and AssertJ, which artrec-testkit brings and nothing else here asks for.
 */
@NullMarked
package io.artrec.text.testkit;

import org.jspecify.annotations.NullMarked;
