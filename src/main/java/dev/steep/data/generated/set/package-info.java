/** What a built-in data set is declared with, and what several of them share. */
package dev.steep.data.generated.set;
