# In the lab: #1/data=file(flowers.csv,kind)/prepare(standardise)/Dense(8,activation=relu)/Dense(3,activation=softmax)/fit(16,60)
