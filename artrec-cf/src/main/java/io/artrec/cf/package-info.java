/**
 * Strategies that learn from behaviour, by name: {@link io.artrec.cf.CfStrategies}. Neighbourhoods
 * are in {@code neighbors}, linear models between works in {@code linear}, factorisations in {@code
 * factors}, predictions of ratings by means, neighbours and differences in {@code rating}.
 */
@NullMarked
package io.artrec.cf;

import org.jspecify.annotations.NullMarked;
