/**
 * Linear models learned from rows, dense or sparse, and the threshold from which on their answers
 * are sure: what labels of works and labels of texts share.
 */
@NullMarked
package io.artrec.classification.internal;

import org.jspecify.annotations.NullMarked;
