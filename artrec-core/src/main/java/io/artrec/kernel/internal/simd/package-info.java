/**
 * Kernels that use the Vector API ({@code jdk.incubator.vector}). Nothing refers to these classes
 * by name: {@link io.artrec.kernel.internal.Kernels} finds them as a service, and only when the JVM
 * was started with {@code --add-modules jdk.incubator.vector}.
 */
@NullMarked
package io.artrec.kernel.internal.simd;

import org.jspecify.annotations.NullMarked;
