/** paper */
