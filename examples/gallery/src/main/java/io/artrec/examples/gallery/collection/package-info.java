/**
 * What hangs in the gallery and what it knows: works and their pictures, the recommender over them,
 * what was made of them for searching, and the folder in which all of it survives a restart.
 */
@NullMarked
package io.artrec.examples.gallery.collection;

import org.jspecify.annotations.NullMarked;
