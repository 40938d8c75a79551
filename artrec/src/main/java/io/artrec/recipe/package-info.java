/**
 * Where to begin: {@link io.artrec.recipe.Artrec} looks at works and behaviour and chooses
 * features, strategies and their weights; the {@link io.artrec.recipe.Recipe} can be read as the
 * builder's code it stands for, and each part of it be replaced.
 */
@NullMarked
package io.artrec.recipe;

import org.jspecify.annotations.NullMarked;
