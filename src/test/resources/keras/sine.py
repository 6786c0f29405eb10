# In the lab: #1/data=sine/prepare(signed)/split(0.2,0.1)/Dense(16,activation=tanh)/Dense(16,activation=tanh)/Dense(1)/loss=huber(delta=0.5)/optimizer=Adam(0.01)/fit(16,200)
