/**
 * Contracts as tests. Each abstract class here states what every implementation of one extension
 * point must do; extend it in your tests, return your implementation from its one abstract method,
 * and JUnit runs the rest. Data is drawn from stated seeds.
 */
@NullMarked
package io.artrec.testkit;

import org.jspecify.annotations.NullMarked;
