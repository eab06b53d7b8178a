/** boxes */
