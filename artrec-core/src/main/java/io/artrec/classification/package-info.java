/**
 * Labels of works and texts: how likely each is, and when one is sure. What learns them from
 * vectors stands here for every module.
 */
@NullMarked
package io.artrec.classification;

import org.jspecify.annotations.NullMarked;
