/**
 * What the house wants for everybody: works at set places, works brought forward or taken back, and
 * places that a sponsor paid for, which are always disclosed.
 */
@NullMarked
package io.artrec.promotion;

import org.jspecify.annotations.NullMarked;
