/**
 * Weighted terms as features: a vocabulary learned of the catalogue's texts, and weights by count
 * and rarity.
 */
@NullMarked
package io.artrec.text.terms;

import org.jspecify.annotations.NullMarked;
