/** scaled */
