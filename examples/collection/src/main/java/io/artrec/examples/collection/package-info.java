/**
 * What several examples show: the records of real works, visitors who are made up, and words for
 * pictures.
 */
@NullMarked
package io.artrec.examples.collection;

import org.jspecify.annotations.NullMarked;
