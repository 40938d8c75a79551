/**
 * Numerical loops that decide how fast training is, in plain Java and with the Vector API, behind
 * one interface. {@link io.artrec.kernel.internal.Kernels#best} takes the fastest the running JVM
 * offers; the plain ones are always there and are what the others are checked against.
 */
@NullMarked
package io.artrec.kernel.internal;

import org.jspecify.annotations.NullMarked;
