/**
 * Strategies that learn from behaviour, by name: {@link io.artrec.cf.CfStrategies}. Neighbourhoods
 * are in {@code neighbors}, linear models between works in {@code linear}, factorisations in {@code
 * factors}.
 */
@NullMarked
package io.artrec.cf;

import org.jspecify.annotations.NullMarked;
